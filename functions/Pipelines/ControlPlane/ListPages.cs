using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Api;

namespace Sluice.Pipelines.ControlPlane;

/// <summary>Pages of a list that is read as a whole. A token is bound to what was asked, as the table's are.</summary>
internal static class ListPages
{
    private const int Most = 100;
    private const int CheckLength = 16;

    /// <param name="all">What there is, in its order.</param>
    /// <param name="asked">What the list depends on, such as a filter.</param>
    /// <param name="token">Where the last page ended; null is the beginning.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="Platform.Protocol.ApiException">The token was altered, or is of another list.</exception>
    public static (IReadOnlyList<T> Page, string? NextToken) Of<T>(IReadOnlyList<T> all, string asked, string? token, int? most)
    {
        var from = token is null ? 0 : Read(token, asked);
        var to = Math.Min(all.Count, from + (most ?? Most));
        return ([.. all.Take(from..to)], to < all.Count ? Write(to, asked) : null);
    }

    private static string Write(int offset, string asked) => $"{offset.ToString(CultureInfo.InvariantCulture)}-{Check(offset, asked)}";

    private static int Read(string token, string asked) =>
        token.Split('-') is [var text, var check] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && check == Check(offset, asked)
            ? offset
            : throw Pages.InvalidToken();

    private static string Check(int offset, string asked) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{offset.ToString(CultureInfo.InvariantCulture)}\n{asked}")))[..CheckLength];
}
