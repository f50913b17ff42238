using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>The rule for a client request token.</summary>
internal static class ClientTokens
{
    /// <exception cref="ApiException">It is none.</exception>
    public static void Check(string? token)
    {
        if (token is not null && (token.Length is 0 or > 128 || !token.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            throw InvalidRequest.Of("A client request token is 1 to 128 of A-Z, a-z, 0-9 and '-'.");
        }
    }
}
