namespace Sluice.Local.Cloud.Metrics;

/// <summary>
/// Counts invocations under AWS/Lambda. An invocation is counted in the second in which it ends, its number and its error together, so that a rate over a second is never
/// of one without the other.
/// </summary>
internal sealed class LambdaMetrics(MetricStore store, TimeProvider time)
{
    public const string Namespace = "AWS/Lambda";

    /// <summary>What this machine measures beside CloudWatch's metrics of functions.</summary>
    public const string MachineNamespace = "Sluice/Lambda";

    /// <summary>The failed requests to a version in percent since its alias's traffic was last divided, from the fifth request on.</summary>
    public const string SinceShift = "FailedPercentSinceShift";

    private readonly ShiftCounters _shifts = new();

    /// <summary>How many requests an alias sent to a version, from a second to another and in both; what is not kept any more is not counted.</summary>
    public static double Invocations(MetricStore store, string functionName, string qualifier, string executedVersion, DateTimeOffset from, DateTimeOffset to)
    {
        var counted = MetricKey.Of(Namespace, "Invocations", Dimensions(functionName, qualifier, executedVersion).Last());
        return store.Read(counted, from, to + TimeSpan.FromSeconds(1))?.Sum ?? 0;
    }

    /// <param name="functionName">The function.</param>
    /// <param name="qualifier">The alias or version that the caller named; null if none.</param>
    /// <param name="revision">The alias's revision that it was routed by; null if no alias was named.</param>
    /// <param name="executedVersion">Where it went.</param>
    /// <param name="failed">Whether it was a function error.</param>
    /// <param name="milliseconds">How long it took.</param>
    public void Invoked(string functionName, string? qualifier, string? revision, string executedVersion, bool failed, double milliseconds)
    {
        var at = time.GetUtcNow();
        foreach (var dimensions in Dimensions(functionName, qualifier, executedVersion))
        {
            store.Record(MetricKey.Of(Namespace, "Invocations", dimensions), StatisticSet.Of(1), at);
            store.Record(MetricKey.Of(Namespace, "Errors", dimensions), StatisticSet.Of(failed ? 1 : 0), at);
            store.Record(MetricKey.Of(Namespace, "Duration", dimensions), StatisticSet.Of(milliseconds), at);
        }

        if (qualifier is not null && revision is not null && _shifts.Count(functionName, qualifier, executedVersion, revision, failed) is { } percent)
        {
            store.Record(MetricKey.Of(MachineNamespace, SinceShift, Dimensions(functionName, qualifier, executedVersion).Last()), StatisticSet.Of(percent), at);
        }
    }

    /// <summary>A request that was refused for lack of processes: no invocation.</summary>
    public void Throttled(string functionName, string? qualifier, string executedVersion)
    {
        foreach (var dimensions in Dimensions(functionName, qualifier, executedVersion))
        {
            store.Record(MetricKey.Of(Namespace, "Throttles", dimensions), StatisticSet.Of(1));
        }
    }

    /// <summary>A function URL has answered.</summary>
    /// <param name="functionName">The function.</param>
    /// <param name="target">The alias whose URL it is, or <c>$LATEST</c>.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="milliseconds">How long it took.</param>
    public void UrlAnswered(string functionName, string target, int status, double milliseconds)
    {
        foreach (var dimensions in Dimensions(functionName, target, "").Take(2))
        {
            store.Record(MetricKey.Of(Namespace, "UrlRequestCount", dimensions), StatisticSet.Of(1));
            store.Record(MetricKey.Of(Namespace, "Url4xxCount", dimensions), StatisticSet.Of(status is >= 400 and < 500 ? 1 : 0));
            store.Record(MetricKey.Of(Namespace, "Url5xxCount", dimensions), StatisticSet.Of(status >= 500 ? 1 : 0));
            store.Record(MetricKey.Of(Namespace, "UrlRequestLatency", dimensions), StatisticSet.Of(milliseconds));
        }
    }

    /// <summary>An asynchronous request was taken.</summary>
    public void EventReceived(string functionName) => Event("AsyncEventsReceived", functionName);

    /// <summary>An asynchronous request was given up.</summary>
    public void EventDropped(string functionName) => Event("AsyncEventsDropped", functionName);

    private void Event(string metric, string functionName) =>
        store.Record(MetricKey.Of(Namespace, metric, Dimensions(functionName, null, "").Single()), StatisticSet.Of(1));

    private static IEnumerable<List<KeyValuePair<string, string>>> Dimensions(string functionName, string? qualifier, string executedVersion)
    {
        var function = KeyValuePair.Create("FunctionName", functionName);
        yield return [function];
        if (qualifier is null)
        {
            yield break;
        }

        var resource = KeyValuePair.Create("Resource", $"{functionName}:{qualifier}");
        yield return [function, resource];
        yield return [function, resource, KeyValuePair.Create("ExecutedVersion", executedVersion)];
    }
}
