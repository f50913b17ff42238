using System.Text.RegularExpressions;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>What a revision's location must keep to.</summary>
internal static partial class RevisionRules
{
    /// <summary>In characters.</summary>
    public const int LongestDescription = 100;

    private const string Code = "InvalidRevisionException";

    /// <summary>Checks a location that is to be registered or deployed.</summary>
    /// <param name="revision">The location.</param>
    /// <param name="platform">Of the application; null where only a revision that is there already is looked for.</param>
    /// <exception cref="ApiException"><c>InvalidRevisionException</c>, with all that is wrong.</exception>
    public static void Check(RevisionLocation revision, IComputePlatform? platform = null)
    {
        var faults = new RequestFaults();
        faults.Add(Code, OneMember(revision));
        faults.Add(Code, S3(revision.S3Location));
        faults.Add(Code, GitHub(revision.GitHubLocation));
        faults.Add(Code, Text(RevisionIdentity.TextOf(revision), content: platform is not null));
        faults.Add(Code, platform?.RevisionFaults(revision) ?? []);
        faults.Throw();
    }

    private static IEnumerable<string> OneMember(RevisionLocation revision)
    {
        List<RevisionLocationType> given =
        [
            .. Given(
                (RevisionLocationType.S3, revision.S3Location),
                (RevisionLocationType.GitHub, revision.GitHubLocation),
                (RevisionLocationType.String, revision.String),
                (RevisionLocationType.AppSpecContent, revision.AppSpecContent)),
        ];
        if (given.Count != 1)
        {
            yield return $"revision: one of s3Location, gitHubLocation, string and appSpecContent was expected, {(given.Count == 0 ? "and it has none" : $"not {string.Join(" and ", given)}")}";
        }
        else if (revision.RevisionType is null)
        {
            yield return $"revision.revisionType: is required; by what is given it is {given[0]}";
        }
        else if (revision.RevisionType != given[0])
        {
            yield return $"revision.revisionType: {revision.RevisionType} was said, but the location of {given[0]} was given";
        }
    }

    private static IEnumerable<RevisionLocationType> Given(params (RevisionLocationType Type, object? Member)[] members) => members.Where(location => location.Member is not null).Select(location => location.Type);

    private static IEnumerable<string> S3(S3Location? location)
    {
        if (location is null)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(location.Bucket))
        {
            yield return "revision.s3Location.bucket: is required";
        }

        if (string.IsNullOrEmpty(location.Key))
        {
            yield return "revision.s3Location.key: is required";
        }

        if (location.BundleType is null)
        {
            yield return "revision.s3Location.bundleType: is required; expected tar, tgz, zip, YAML or JSON";
        }
    }

    private static IEnumerable<string> GitHub(GitHubLocation? location)
    {
        if (location is null)
        {
            yield break;
        }

        if (location.Repository is null || !RepositoryForm().IsMatch(location.Repository))
        {
            yield return $"revision.gitHubLocation.repository: account/repository was expected, not '{location.Repository}'";
        }

        if (location.CommitId is null || !CommitForm().IsMatch(location.CommitId))
        {
            yield return $"revision.gitHubLocation.commitId: the 40 hexadecimal digits of a commit were expected, not '{location.CommitId}'";
        }
    }

    private static IEnumerable<string> Text(AppSpecContent? text, bool content)
    {
        if (text is null)
        {
            yield break;
        }

        if (content && string.IsNullOrWhiteSpace(text.Content))
        {
            yield return "revision.appSpecContent.content: the appspec was expected, not nothing";
        }
        else if (text is { Content: null or "", Sha256: null or "" })
        {
            yield return "revision.appSpecContent: its content or its sha256 was expected";
        }

        if (text is { Content: { Length: > 0 } given, Sha256: { Length: > 0 } said }
            && !said.Equals(RevisionIdentity.Sha256Of(given), StringComparison.OrdinalIgnoreCase))
        {
            yield return $"revision.appSpecContent.sha256: '{said}' is not of this content, whose SHA-256 is {RevisionIdentity.Sha256Of(given)}";
        }
    }

    [GeneratedRegex("^[^/\\s]+/[^/\\s]+\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepositoryForm();

    [GeneratedRegex("^[0-9a-fA-F]{40}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommitForm();
}
