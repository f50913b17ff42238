namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>The rule for a client request token.</summary>
internal static class ClientTokens
{
    public static void Check(string? token)
    {
        if (token is not null && (token.Length is 0 or > 128 || !token.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            throw new ArgumentException("A client request token is 1 to 128 of A-Z, a-z, 0-9 and '-'.");
        }
    }
}
