## En ligne

inline-ask = Me demander en privé
inline-nothing = Rien trouvé. Me demander en privé
inline-too-many = Trop de questions à la fois. Me demander en privé
inline-not-ready = La collection est en préparation
