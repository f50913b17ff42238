using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Publishing;

/// <summary>Our event about a version, or a whole package, that is put into quarantine or released from it.</summary>
internal static class QuarantineEvents
{
    private const string Source = "sluice.codeartifact";
    private const string DetailType = "Sluice Package Quarantine Change";

    public static PutItem Quarantined(StoredQuarantine quarantine, SuiteAccount account) => Of(quarantine, "Quarantined", quarantine.By, quarantine.Since, 1, account);

    public static PutItem Released(StoredQuarantine quarantine, string by, DateTimeOffset now, SuiteAccount account) => Of(quarantine, "Released", by, now, 2, account);

    private static PutItem Of(StoredQuarantine quarantine, string state, string by, DateTimeOffset now, long sequence, SuiteAccount account)
    {
        var detail = new JsonObject
        {
            ["domainName"] = quarantine.Domain,
            ["domainOwner"] = account.AccountId,
            ["packageFormat"] = quarantine.Format.ToString(),
            ["packageNamespace"] = quarantine.Namespace,
            ["packageName"] = quarantine.Name,
            ["packageVersion"] = quarantine.Version,
            ["quarantineState"] = state,
            ["reason"] = quarantine.Reason,
            ["changedBy"] = by,
            ["sequenceNumber"] = sequence,
            ["eventDeduplicationId"] = $"{quarantine.Revision}-{sequence}",
        };
        return Outbox.Event(new SuiteEvent($"quarantine-{quarantine.Revision}-{sequence}", Source, DetailType, detail, now, sequence, [account.Arn("codeartifact", $"domain/{quarantine.Domain}")]));
    }
}
