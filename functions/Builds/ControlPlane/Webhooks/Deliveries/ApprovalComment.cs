using System.Text.RegularExpressions;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>A comment that lets a pull request be built: <c>/codebuild_run(COMMIT)</c>. It names the commit, so that what is pushed after the look at it is not built by it.</summary>
internal static partial class ApprovalComment
{
    /// <summary>The commit; null if it is no such comment.</summary>
    public static string? Commit(string? text) => text is not null && Form().Match(text) is { Success: true } match ? match.Groups["commit"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"\A\s*/codebuild_run\((?<commit>[0-9a-fA-F]{40,64})\)\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
