"""From a form's PDF to black and white dots, and from dots to what small printers are told: only when it is printed."""
