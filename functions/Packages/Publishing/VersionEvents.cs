using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Publishing;

/// <summary>CodeArtifact's event about a version.</summary>
internal static class VersionEvents
{
    private const string Source = "sluice.codeartifact";
    private const string DetailType = "CodeArtifact Package Version State Change";

    public static PutItem Of(PackageId package, StoredVersion? before, StoredVersion? after, SuiteAccount account, DateTimeOffset now)
    {
        var (known, sequence) = (after ?? before!, after?.Sequence ?? before!.Sequence + 1);
        var detail = new JsonObject
        {
            ["domainName"] = package.Domain,
            ["domainOwner"] = account.AccountId,
            ["repositoryName"] = package.Repository,
            ["repositoryAdministrator"] = account.AccountId,
            ["packageFormat"] = package.Format.ToString(),
            ["packageNamespace"] = package.Namespace,
            ["packageName"] = package.Name,
            ["packageVersion"] = known.Version,
            ["packageVersionState"] = (after?.Status ?? PackageVersionStatus.Deleted).ToString(),
            ["packageVersionRevision"] = known.Revision,
            ["changes"] = Changes(before, after),
            ["operationType"] = before is null ? "Created" : after is null ? "Deleted" : "Updated",
            ["sequenceNumber"] = sequence,
            ["eventDeduplicationId"] = $"{known.Revision}-{sequence}",
        };
        return Outbox.Event(new SuiteEvent($"package-{known.Revision}-{sequence}-{package.Repository}", Source, DetailType, detail, now, sequence, [Arn(package, account)]));
    }

    /// <summary>The package's ARN, which has two slashes where there is no namespace.</summary>
    public static string Arn(PackageId package, SuiteAccount account) => account.Arn("codeartifact", $"package/{package.Domain}/{package.Repository}/{package.Format}/{package.Namespace}/{package.Name}");

    private static JsonObject Changes(StoredVersion? before, StoredVersion? after)
    {
        var (old, now) = (Contents(before), Contents(after));
        return new JsonObject
        {
            ["assetsAdded"] = now.Keys.Except(old.Keys).Count(),
            ["assetsRemoved"] = old.Keys.Except(now.Keys).Count(),
            ["assetsUpdated"] = now.Count(asset => old.TryGetValue(asset.Key, out var was) && was != asset.Value),
            ["metadataUpdated"] = before is null || after is null || before.Document != after.Document || before.Deprecation != after.Deprecation,
            ["statusChanged"] = before?.Status != after?.Status,
        };
    }

    private static Dictionary<string, string> Contents(StoredVersion? version) => (version?.Assets ?? []).ToDictionary(asset => asset.Name, asset => asset.Hashes.Sha256, StringComparer.Ordinal);
}
