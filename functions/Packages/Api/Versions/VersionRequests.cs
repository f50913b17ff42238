using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Versions;

/// <summary>Rules of requests about versions that the model does not have. Pure.</summary>
internal static class VersionRequests
{
    private const int Most = 100;

    /// <summary>Each once.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static IReadOnlyList<string> Each(IReadOnlyList<string> versions) => Batches.Check(versions, Most, CommonErrors.Validation, CommonErrors.Validation);

    /// <exception cref="ApiException">Revisions are given for other versions than those that are named.</exception>
    public static void CheckRevisions(IReadOnlyList<string> versions, IReadOnlyDictionary<string, string>? revisions)
    {
        if (revisions is not null && !versions.ToHashSet(StringComparer.Ordinal).SetEquals(revisions.Keys))
        {
            throw PackageErrors.Invalid($"versionRevisions has {string.Join(", ", revisions.Keys.Order())}; expected the same as versions: {string.Join(", ", versions.Order())}");
        }
    }

    /// <summary>The versions that are to be copied, each once.</summary>
    /// <exception cref="ApiException">Something of it cannot be.</exception>
    public static IReadOnlyList<string> Copied(CopyPackageVersionsRequest input)
    {
        var faults = new RequestFaults();
        faults.Require(input.SourceRepository != input.DestinationRepository, CommonErrors.Validation, $"destinationRepository is '{input.DestinationRepository}', which is the sourceRepository; expected another one");
        faults.Require(input.Versions is null != input.VersionRevisions is null, CommonErrors.Validation, "expected one of versions and versionRevisions, and not both");
        faults.Throw();
        return Each(input.Versions ?? [.. input.VersionRevisions!.Keys]);
    }

    /// <exception cref="ApiException">Nothing of this format is published so, or the asset's name cannot be one.</exception>
    public static void CheckGeneric(PublishPackageVersionRequest input)
    {
        var faults = new RequestFaults();
        faults.Require(input.Format is PackageFormat.generic, CommonErrors.Validation, $"format is {input.Format}; expected generic, since packages of other formats are published by their own tools");
        faults.Add(CommonErrors.Validation, AssetNames.Faults(input.AssetName));
        faults.Throw();
    }
}
