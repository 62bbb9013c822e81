"""What readers think of answers: votes, questions kept by agreement, and what administrators see and export of them."""
