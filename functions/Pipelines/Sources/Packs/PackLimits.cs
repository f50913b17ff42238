namespace Sluice.Pipelines.Sources.Packs;

/// <summary>What a pack may be, and grow to, in bytes.</summary>
/// <param name="Sent">The pack as it is sent.</param>
/// <param name="One">One object.</param>
/// <param name="Kept">All objects that are kept.</param>
/// <param name="KeepsFiles">Whether files are kept; else they are passed over.</param>
/// <param name="Patience">How long a server may take.</param>
internal sealed record PackLimits(long Sent, long One, long Kept, bool KeepsFiles, TimeSpan Patience)
{
    private const long MiB = 1024 * 1024;

    /// <summary>Of commits and folders.</summary>
    public static PackLimits History { get; } = new(32 * MiB, 16 * MiB, 96 * MiB, KeepsFiles: false, TimeSpan.FromSeconds(60));

    /// <summary>Of a whole commit, as it has room in the memory of a function.</summary>
    public static PackLimits Files { get; } = new(128 * MiB, 128 * MiB, 256 * MiB, KeepsFiles: true, TimeSpan.FromMinutes(4));

    /// <summary>A limit for people.</summary>
    public static string Text(long bytes) => $"{bytes / MiB} MiB";
}
