using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>The members of a request that say how targets are checked. What is absent stays as it is.</summary>
internal abstract record HealthCheckInput
{
    public string? HealthCheckProtocol { get; init; }

    public string? HealthCheckPort { get; init; }

    public bool? HealthCheckEnabled { get; init; }

    public string? HealthCheckPath { get; init; }

    public int? HealthCheckIntervalSeconds { get; init; }

    public int? HealthCheckTimeoutSeconds { get; init; }

    public int? HealthyThresholdCount { get; init; }

    public int? UnhealthyThresholdCount { get; init; }

    public MatcherShape? Matcher { get; init; }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">Elastic Load Balancing would refuse it, but for intervals and timeouts from a second on, which are for one machine.</exception>
    public HealthCheck Over(HealthCheck before)
    {
        var check = new HealthCheck(
            HealthCheckPath ?? before.Path,
            HealthCheckPort ?? before.Port,
            HealthCheckIntervalSeconds ?? before.IntervalSeconds,
            HealthCheckTimeoutSeconds ?? before.TimeoutSeconds,
            HealthyThresholdCount ?? before.HealthyThreshold,
            UnhealthyThresholdCount ?? before.UnhealthyThreshold,
            Matcher?.HttpCode ?? before.Matcher);
        return Fault(check) is { } fault ? throw LoadBalancingErrors.Validation(fault) : check;
    }

    private string? Fault(HealthCheck check) => check switch
    {
        _ when (HealthCheckProtocol ?? "HTTP") != "HTTP" => $"HealthCheckProtocol is '{HealthCheckProtocol}', and targets of this machine are checked by HTTP",
        _ when HealthCheckEnabled == false => "HealthCheckEnabled must be true unless the targets are functions",
        { Path: var path } when !path.StartsWith('/') || !Uri.TryCreate("http://127.0.0.1" + path, UriKind.Absolute, out _) =>
            $"Health check path '{path}' must be one of a URL and begin with '/'",
        { Port: var port } when port != HealthCheck.TrafficPort && !(int.TryParse(port, out var number) && number is >= 1 and <= 65535) =>
            $"HealthCheckPort is '{port}', and must be 1 to 65535 or '{HealthCheck.TrafficPort}'",
        _ when HealthCheckTimeoutSeconds is not null && check.TimeoutSeconds > check.IntervalSeconds =>
            $"Health check timeout '{check.TimeoutSeconds}' must be smaller than or equal to the interval '{check.IntervalSeconds}'",
        _ when !CodeMatcher.IsValid(check.Matcher) => $"Matcher.HttpCode is '{check.Matcher}', and must be codes of 200 to 499, e.g. '200', '200,202' or '200-299'",
        _ => null,
    };
}
