namespace Sluice.Local.Commands.Clients;

/// <summary>Ids in as many characters as tell them apart, and what is meant by such a beginning.</summary>
internal static class ShortIds
{
    private const int Least = 8;

    /// <summary>How many characters tell these apart.</summary>
    public static int Length(IEnumerable<string> ids)
    {
        var all = ids.Distinct(StringComparer.Ordinal).ToList();
        var length = Least;
        while (all.Select(id => Of(id, length)).Distinct(StringComparer.Ordinal).Count() < all.Count)
        {
            length++;
        }

        return length;
    }

    public static string Of(string id, int length = Least) => id.Length <= length ? id : id[..length];
}
