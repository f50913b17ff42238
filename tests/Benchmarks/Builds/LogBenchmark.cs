using System.Globalization;

namespace Sluice.Benchmarks.Builds;

/// <summary>How fast a log goes through the build's program, and what memory that takes, beside tee: with nothing to hide, and with keys as every build of <c>sluice serve</c> has them.</summary>
internal sealed class LogBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const string Line = "yes 'a line of a log, as long as such lines are, and then a little more than that' | head -c 1000000000";

    // Lines in which much begins like a key or its Base64, and escapes like a URL's.
    private const string Hard = "yes 'GET /AKI?key=AKIA%2FMDAw&q=c2VjcmV0+QUtJ 50%% wJalrXUtnFEMI/K7MDENG 中文 é' | head -c 1000000000";

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    };

    public string Name => "build-log";

    public string Title => "1 GB of log through the build's program, beside tee";

    public async Task RunAsync(TextWriter output)
    {
        await MeasureAsync(output, "nothing to hide", Line, []);
        await MeasureAsync(output, "an access key to hide", Line, Keys);
        await MeasureAsync(output, "an access key to hide, in a log full of what looks like one", Hard, Keys);
    }

    private static async Task MeasureAsync(TextWriter output, string what, string line, Dictionary<string, string> variables)
    {
        var (tees, builds, peaks) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            tees.Add(Rate((await RunnerRun.RunAsync($"{line} | tee /dev/null > /dev/null", [], [])).Seconds));
            var (seconds, megabytes) = await RunnerRun.BuildAsync(Buildspecs.Of([line]), variables);
            builds.Add(Rate(seconds));
            peaks.Add(megabytes);
        }

        var (tee, build, peak) = (new Figures(tees), new Figures(builds), new Figures(peaks));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  {what}: {build.Median:F0} MB/s, by tee {tee.Median:F0} MB/s (medians of {Rounds}), ratio {build.Median / tee.Median:F2}; {peak.Most:F0} MB of memory at most (aim: under 80 MB)"));
    }

    private static double Rate(double seconds) => 1e3 / seconds;
}
