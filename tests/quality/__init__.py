"""Quality: judged questions, floors, evaluations."""
