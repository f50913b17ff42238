namespace Sluice.Platform.Runs;

/// <summary>Decides again while others are faster.</summary>
public static class Contention
{
    /// <summary>How often a thing is decided before it is given up.</summary>
    public const int Tries = 20;

    /// <param name="what">What others change, as a sentence begins.</param>
    /// <param name="attempt">Reads, decides and writes; null if someone else was faster.</param>
    /// <param name="tries">How often at most.</param>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    public static async Task<T> DecideAsync<T>(string what, Func<Task<T?>> attempt, int tries = Tries)
        where T : class
    {
        for (var tried = 0; tried < tries; tried++)
        {
            if (await attempt() is { } done)
            {
                return done;
            }
        }

        throw new ConcurrentModificationException(what);
    }

    /// <summary>The same where nothing is answered.</summary>
    /// <param name="what">What others change, as a sentence begins.</param>
    /// <param name="attempt">Reads, decides and writes; false if someone else was faster.</param>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    public static Task RetryAsync(string what, Func<Task<bool>> attempt) => DecideAsync(what, async () => await attempt() ? what : null);
}
