using System.Globalization;

namespace Sluice.BuildRunner.Sources;

/// <summary>How long who does not answer well is waited for: five tries within about half a minute, the pauses doubled each time.</summary>
/// <param name="time">The clock.</param>
/// <param name="spread">0 to 1, another one for each build: builds that failed together do not come back together.</param>
/// <param name="tell">Is told of each wait.</param>
/// <param name="trouble">What it is told.</param>
internal sealed class FetchPatience(TimeProvider time, double spread, Action<string> tell, string trouble = "The source cannot be fetched")
{
    public const int MostTries = 5;

    /// <summary>What stays the same for a build and differs between builds.</summary>
    public static double SpreadOf(string buildId) => buildId.Length == 0 ? 0 : buildId.Sum(c => (double)c) % 100 / 100;

    /// <summary>2, 4, 8 and 16 seconds, and up to half as much again.</summary>
    public TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) * (1 + (spread / 2)));

    /// <returns>False if there was waited enough.</returns>
    public async Task<bool> WaitAsync(int attempt, string fault, CancellationToken cancellationToken)
    {
        if (attempt >= MostTries)
        {
            return false;
        }

        var pause = Pause(attempt);
        tell(string.Create(CultureInfo.InvariantCulture, $"{trouble} (try {attempt} of {MostTries}): {fault.Split('\n')[0]}; again in {pause.TotalSeconds:0.#} s"));
        await Task.Delay(pause, time, cancellationToken);
        return true;
    }
}
