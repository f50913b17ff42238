using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>
/// A number of each domain that is another one after each change of its package groups or of what is in quarantine: written with the change, so that one small read tells whether what is known of them is still so.
/// It outlives the domain: one that is made again goes on counting.
/// </summary>
internal static class RulesRevision
{
    private const string Number = "number";

    /// <summary>The write that goes with each change.</summary>
    public static UpdateItem Next(string domain) => new(PackageKeys.RulesRevision(domain), [Change.Add(Number, 1)]);

    /// <summary>Zero before the first change.</summary>
    public static async Task<long> OfAsync(ITable table, string domain, CancellationToken cancellationToken) =>
        (await table.GetAsync(PackageKeys.RulesRevision(domain), cancellationToken))?.Read<Stored>().Number ?? 0;

    private sealed record Stored(long Number);
}
