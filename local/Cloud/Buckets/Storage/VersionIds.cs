using System.Globalization;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Version ids: 32 digits that nobody can guess, and behind them the version's sequence, by which it is found.</summary>
internal static class VersionIds
{
    private const int Random = 32;

    public static string Of(string uuid, long sequence) => $"{uuid.Replace("-", "", StringComparison.Ordinal)}{sequence:x}";

    /// <summary>Null if it is no id of ours.</summary>
    public static long? SequenceOf(string versionId) =>
        versionId.Length > Random && long.TryParse(versionId.AsSpan(Random), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sequence) && sequence > 0 ? sequence : null;
}
