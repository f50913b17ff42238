using System.Text.RegularExpressions;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What names and versions of Lambda look like in an appspec.</summary>
internal static partial class LambdaForms
{
    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex FunctionName();

    [GeneratedRegex("^(?![0-9]+\\z)[a-zA-Z0-9_-]{1,128}\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex AliasName();

    [GeneratedRegex("^[1-9][0-9]{0,17}\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex VersionNumber();
}
