using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Platform.Connections;

/// <summary>By user name and token.</summary>
/// <param name="UserName">For hosts that want none beside a token, anything.</param>
/// <param name="Token">Secret.</param>
public sealed record TokenSignIn(string UserName, string Token) : GitSignIn
{
    /// <summary>As git sends it: every host here takes Basic.</summary>
    public AuthenticationHeaderValue Header => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Token}")));
}
