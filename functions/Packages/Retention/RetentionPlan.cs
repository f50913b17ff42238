using System.Globalization;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Retention;

/// <summary>Which versions of a package go. Pure.</summary>
internal static class RetentionPlan
{
    /// <param name="versions">All of the package in its repository.</param>
    /// <param name="tagged">Those that tags name: they stay.</param>
    /// <param name="quarantines">What is in quarantine stays, so that it can be looked into.</param>
    /// <param name="order">Which of them are pre-releases.</param>
    /// <param name="rule">Which stay.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<Expiry> Of(IReadOnlyList<StoredVersion> versions, IReadOnlySet<string> tagged, IReadOnlyList<StoredQuarantine> quarantines, IVersionOrder order, RetentionRule rule, DateTimeOffset now)
    {
        var served = versions.Where(version => version.IsServed).ToLookup(version => rule.Prereleases is not null && order.IsEarly(version.Version));
        return
        [
            .. new[] { (Versions: served[false], Rule: rule), (Versions: served[true], Rule: rule.Prereleases ?? rule) }.SelectMany(part => Gone(part.Versions, part.Rule, now))
                .Where(gone => !tagged.Contains(gone.Version.Version) && !quarantines.Any(one => one.Version is null || order.Compare(one.Version, gone.Version.Version) == 0)),
        ];
    }

    private static IEnumerable<Expiry> Gone(IEnumerable<StoredVersion> versions, RetentionRule rule, DateTimeOffset now) => versions
        .OrderByDescending(Since).ThenByDescending(version => version.Version, StringComparer.Ordinal)
        .Where((version, at) => at >= (rule.Newest ?? 0) && (rule.Days is not { } days || Since(version).AddDays(days) < now))
        .Select(version => new Expiry(version, Why(version, rule)));

    private static DateTimeOffset Since(StoredVersion version) => version.PublishedAt ?? version.CreatedAt;

    private static string Why(StoredVersion version, RetentionRule rule) =>
        string.Join(" and ", new[] { rule.Newest is { } newest ? $"it is not among the newest {newest.ToString(CultureInfo.InvariantCulture)}" : null, rule.Days is { } days ? $"it is here since {RuleTimes.Written(Since(version))}, more than {RuleTimes.Span(days * 24)}" : null }.OfType<string>());
}
