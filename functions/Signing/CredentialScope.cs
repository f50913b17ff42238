namespace Sluice.Signing;

/// <summary>Whose key signs, and what for: <c>keyid/date/region/service/aws4_request</c>.</summary>
/// <param name="AccessKeyId">The key's id, which is no secret.</param>
/// <param name="Date">The day, <c>yyyyMMdd</c>.</param>
/// <param name="Region">E.g. <c>us-east-1</c>.</param>
/// <param name="Service">The service's signing name, e.g. <c>codedeploy</c>.</param>
/// <param name="Terminator">Always <see cref="Request"/>, in a good one.</param>
public sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service, string Terminator)
{
    /// <summary>What a scope ends in.</summary>
    public const string Request = "aws4_request";

    private const int Parts = 5;

    /// <summary>As the string to sign has it.</summary>
    public string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Null if it has not exactly five parts.</summary>
    public static CredentialScope? Parse(string credential) =>
        credential.Split('/') is { Length: Parts } parts ? new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]) : null;
}
