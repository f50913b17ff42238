namespace Sluice.Platform.Access.Tokens;

/// <summary>A request to a registry brought no token, or none that is good. The message says what to do.</summary>
/// <param name="message">For people.</param>
public sealed class TokenRefusedException(string message) : Exception(message);
