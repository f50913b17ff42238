using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Credentials;

/// <summary>What a credential must keep to beyond the model. No message has the token in it.</summary>
internal static class CredentialRules
{
    private const int LongestToken = 2048;
    private const int LongestName = 256;

    /// <summary>Whether the token is the ARN of what has the token.</summary>
    public static bool IsElsewhere(AuthType type) => type is AuthType.SECRETS_MANAGER or AuthType.CODECONNECTIONS;

    public static RequestFaults Faults(ImportSourceCredentialsInput input)
    {
        var faults = new RequestFaults();
        var isBasic = input.AuthType == AuthType.BASIC_AUTH;
        faults.RequireAt(input.AuthType != AuthType.OAUTH, "authType", "OAUTH is made in CodeBuild's console only; expected PERSONAL_ACCESS_TOKEN, BASIC_AUTH, SECRETS_MANAGER or CODECONNECTIONS");
        faults.RequireAt(!isBasic || input.ServerType == ServerType.BITBUCKET, "authType", $"BASIC_AUTH is for BITBUCKET, not for {input.ServerType}");
        faults.RequireAt(isBasic == input.Username is not null, "username", "expected with BASIC_AUTH, and with nothing else");
        faults.RequireAt(input.Username is null || (input.Username.Length <= LongestName && !input.Username.Any(IsOdd)), "username", $"expected at most {LongestName} characters, none of them a control character");
        faults.RequireAt(input.Token.Length <= LongestToken && !input.Token.Any(IsOdd), "token", $"expected at most {LongestToken} characters, none of them a control character");
        faults.RequireAt(!IsElsewhere(input.AuthType) || Service(input.Token) == Expected(input.AuthType), "token", $"{input.AuthType} expects the ARN of a resource of {Expected(input.AuthType)} here");
        return faults;
    }

    private static string? Service(string token) => ResourceArn.Read(token)?.Service is "codestar-connections" ? "codeconnections" : ResourceArn.Read(token)?.Service;

    private static string Expected(AuthType type) => type == AuthType.SECRETS_MANAGER ? "secretsmanager" : "codeconnections";

    /// <summary>Nor a half of a pair, which no encoding of a header or a URL keeps.</summary>
    private static bool IsOdd(char c) => char.IsControl(c) || char.IsSurrogate(c);
}
