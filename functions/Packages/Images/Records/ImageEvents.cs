using System.Text.Json.Nodes;
using Sluice.Packages.Images.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Records;

/// <summary>CodeArtifact's event about a version, of a manifest: its version is the digest.</summary>
internal static class ImageEvents
{
    private const string Source = "sluice.codeartifact";
    private const string DetailType = "CodeArtifact Package Version State Change";
    private const string Format = "oci";

    /// <param name="name">The image.</param>
    /// <param name="digest">The manifest.</param>
    /// <param name="tag">The tag that names it from now on, or no more; null if none was changed.</param>
    /// <param name="operation"><c>Created</c>, <c>Updated</c> (a tag) or <c>Deleted</c>.</param>
    /// <param name="revision">Another one with each event.</param>
    /// <param name="account">Whose.</param>
    /// <param name="now">When.</param>
    public static PutItem Of(ImageName name, string digest, string? tag, string operation, string revision, SuiteAccount account, DateTimeOffset now)
    {
        var detail = new JsonObject
        {
            ["domainName"] = name.Home.Domain,
            ["domainOwner"] = account.AccountId,
            ["repositoryName"] = name.Home.Name,
            ["repositoryAdministrator"] = account.AccountId,
            ["packageFormat"] = Format,
            ["packageNamespace"] = null,
            ["packageName"] = name.Name,
            ["packageVersion"] = digest,
            ["packageVersionState"] = operation == "Deleted" ? "Deleted" : "Published",
            ["packageVersionRevision"] = revision,
            ["imageTag"] = tag,
            ["operationType"] = operation,
            ["sequenceNumber"] = 1,
            ["eventDeduplicationId"] = revision,
        };
        return Outbox.Event(new SuiteEvent($"image-{revision}", Source, DetailType, detail, now, 1, [account.Arn("codeartifact", $"package/{name.Home.Domain}/{name.Home.Name}/{Format}//{name.Name}")]));
    }
}
