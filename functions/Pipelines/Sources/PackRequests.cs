using System.Text;
using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Sources;

/// <summary>Requests of git's protocol.</summary>
internal static class PackRequests
{
    private const string Flush = "0000";
    private const string Delimiter = "0001";

    /// <summary>Version 2's fetch, which gives any commit that there is.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="filters">Whether the server can leave something out.</param>
    public static byte[] Version2(PackWish wish, bool filters) => Encoding.ASCII.GetBytes(string.Concat(
    [
        Line("command=fetch"), Line("agent=git/2.0-sluice"), Delimiter, Line("no-progress"), Line("ofs-delta"),
        .. wish.Commits.Distinct().Select(commit => Line($"want {commit}")), Line("deepen 1"), .. filters && wish.Filter is not null ? [Line($"filter {wish.Filter}")] : Array.Empty<string>(), Line("done"), Flush,
    ]));

    /// <summary>Version 0's, for what the server says that it gives.</summary>
    /// <exception cref="FormatException">It does not give one of the commits.</exception>
    public static byte[] Version0(PackWish wish, RefAdvertisement refs)
    {
        var anything = refs.Can("allow-reachable-sha1-in-want") || refs.Can("allow-any-sha1-in-want");
        if (!anything && wish.Commits.FirstOrDefault(commit => !refs.Advertised.Contains(commit)) is { } hidden)
        {
            throw new FormatException($"the server gives what a branch stands at and nothing else, and {hidden} is no such commit any more.");
        }

        if (!refs.Can("shallow"))
        {
            throw new FormatException("the server gives no single commits.");
        }

        var abilities = $" ofs-delta no-progress{(refs.Can("side-band-64k") ? " side-band-64k" : "")}{(refs.Can("filter") && wish.Filter is not null ? " filter" : "")}";
        return Encoding.ASCII.GetBytes(string.Concat(
        [
            .. wish.Commits.Distinct().Select((commit, index) => Line($"want {commit}{(index == 0 ? abilities : "")}")),
            Line("deepen 1"), .. refs.Can("filter") && wish.Filter is not null ? [Line($"filter {wish.Filter}")] : Array.Empty<string>(), Flush, Line("done"),
        ]));
    }

    private static string Line(string text) => $"{text.Length + 5:x4}{text}\n";
}
