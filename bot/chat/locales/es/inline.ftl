## En línea

inline-ask = Pregúnteme en privado
inline-nothing = Nada encontrado. Pregúnteme en privado
inline-too-many = Demasiadas preguntas seguidas. Pregúnteme en privado
inline-not-ready = La colección se está preparando
