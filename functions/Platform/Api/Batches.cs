using Sluice.Platform.Protocol;

namespace Sluice.Platform.Api;

/// <summary>Reads of many at once.</summary>
public static class Batches
{
    /// <summary>Each name once, in the order given.</summary>
    /// <param name="asked">What the request names.</param>
    /// <param name="most">How many it may name.</param>
    /// <param name="required">The error of the model for none; null lets none be an answer without any.</param>
    /// <param name="exceeded">The error of the model for too many.</param>
    /// <exception cref="ApiException">None or too many are named.</exception>
    public static IReadOnlyList<T> Check<T>(IReadOnlyList<T> asked, int most, string? required, string exceeded) => asked.Count switch
    {
        0 when required is not null => throw new ApiException(required, $"The request names nothing; expected 1 to {most}."),
        var count when count > most => throw new ApiException(exceeded, $"The request asks for {count} at once; expected at most {most}."),
        _ => [.. asked.Distinct()],
    };

    /// <summary>What is found under each name, and the names under which nothing is.</summary>
    public static async Task<(IReadOnlyList<T> Found, IReadOnlyList<TName> Missing)> ReadAsync<TName, T>(IReadOnlyList<TName> names, Func<TName, Task<T?>> find)
        where T : class
    {
        var answers = await Task.WhenAll(names.Select(find));
        return ([.. answers.OfType<T>()], [.. names.Where((_, index) => answers[index] is null)]);
    }
}
