using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>What of Secrets Manager a variable has: <c>secret-id[:json-key[:version-stage[:version-id]]]</c>, the id a name or an ARN.</summary>
/// <param name="SecretId">A name or an ARN.</param>
/// <param name="JsonKey">The member of the secret's JSON; null for the whole text.</param>
/// <param name="VersionStage">Null for AWSCURRENT, unless there is an id.</param>
/// <param name="VersionId">Null for the version of the stage.</param>
internal sealed partial record SecretReference(string SecretId, string? JsonKey, string? VersionStage, string? VersionId)
{
    public const string Form = "secret-id[:json-key[:version-stage[:version-id]]]";

    /// <returns>Null if it is none.</returns>
    public static SecretReference? Read(string text)
    {
        // An ARN has six colons of its own, the last before the name.
        var match = Parts().Match(text);
        return match.Success
            ? new SecretReference(match.Groups["id"].Value, Part(match, "key"), Part(match, "stage"), Part(match, "version"))
            : null;
    }

    private static string? Part(Match match, string name) => match.Groups[name].Value is { Length: > 0 } value ? value : null;

    [GeneratedRegex("^(?<id>arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+|(?!arn:)[^:]+)(:(?<key>[^:]*)(:(?<stage>[^:]*)(:(?<version>[^:]*))?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
