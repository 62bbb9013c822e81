## Na linha de mensagem

inline-ask = Pergunte-me em particular
inline-nothing = Nada encontrado. Pergunte-me em particular
inline-too-many = Perguntas demais de uma vez. Pergunte-me em particular
inline-not-ready = A coleção está sendo preparada
