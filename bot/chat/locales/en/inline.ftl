## Inline, above the list of passages

inline-ask = Ask me in private
inline-nothing = Nothing found. Ask me in private
inline-too-many = Too many questions at once. Ask me in private
inline-not-ready = The collection is being prepared
