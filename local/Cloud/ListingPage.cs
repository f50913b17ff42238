using System.Text;

namespace Sluice.Local.Cloud;

/// <summary>A page of what is listed by name.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="NextToken">Where the next one begins; null if it is the last.</param>
internal sealed record ListingPage<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <param name="items">All, in order.</param>
    /// <param name="nameOf">What no two have in common.</param>
    /// <param name="token">Where the last page ended; null is the beginning.</param>
    /// <param name="limit">How many a page has at most.</param>
    /// <param name="invalid">The error for a token that leads nowhere.</param>
    /// <exception cref="Exception">What <paramref name="invalid"/> makes.</exception>
    public static ListingPage<T> Of(IReadOnlyList<T> items, Func<T, string> nameOf, string? token, int limit, Func<Exception> invalid)
    {
        var from = token is null ? 0 : items.Select(nameOf).ToList().IndexOf(Read(token) ?? throw invalid()) + 1;
        if (token is not null && from == 0)
        {
            throw invalid();
        }

        var page = items.Skip(from).Take(limit).ToList();
        return new ListingPage<T>(page, from + limit < items.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes(nameOf(page[^1]))) : null);
    }

    private static string? Read(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
