using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api;

/// <summary>Pages of a list that is made as a whole. A token is of its list alone, and names the last one that was given, so that what comes and goes meanwhile moves nothing.</summary>
internal static class ListedPage
{
    private const int Most = 1000;
    private const int MarkLength = 8;

    /// <param name="items">All of the list.</param>
    /// <param name="key">By which it is ordered, ordinally; unique in it.</param>
    /// <param name="list">What is listed, and how.</param>
    /// <param name="token">That the client brought.</param>
    /// <param name="most">How many it wants at most.</param>
    /// <exception cref="ApiException">The token is none of this list's.</exception>
    public static (IReadOnlyList<T> Items, string? NextToken) Of<T>(IEnumerable<T> items, Func<T, string> key, string list, string? token, int? most)
    {
        var after = token is null ? null : Read(list, token);
        var left = items.Select(item => (Item: item, Key: key(item))).Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0).OrderBy(one => one.Key, StringComparer.Ordinal).Take((most ?? Most) + 1).ToList();
        var page = left.Take(most ?? Most).ToList();
        return ([.. page.Select(one => one.Item)], left.Count > page.Count ? Write(list, page[^1].Key) : null);
    }

    private static string Write(string list, string key) => Convert.ToBase64String([.. Mark(list), .. Encoding.UTF8.GetBytes(key)]);

    private static string Read(string list, string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) && length > MarkLength && bytes.AsSpan(0, MarkLength).SequenceEqual(Mark(list))
            ? Encoding.UTF8.GetString(bytes.AsSpan(MarkLength, length - MarkLength))
            : throw Pages.InvalidToken(CommonErrors.Validation);
    }

    private static byte[] Mark(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list))[..MarkLength];
}
