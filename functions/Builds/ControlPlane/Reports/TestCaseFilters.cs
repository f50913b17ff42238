using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Api;
using Sluice.Platform.Json;
using Handed = Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Which test cases are asked for.</summary>
internal static class TestCaseFilters
{
    private static readonly string[] Statuses = [.. Enum.GetValues<Handed.TestStatus>().Select(status => status.WireName())];

    public static RequestFaults Faults(TestCaseFilter? filter)
    {
        var faults = new RequestFaults();
        faults.RequireAt(filter?.Status is null || Statuses.Contains(filter.Status), "filter.status", $"expected one of {string.Join(", ", Statuses)}, not '{filter?.Status}'");
        return faults;
    }

    /// <summary>A keyword is part of a case's name or its prefix.</summary>
    public static bool Fits(Handed.TestCase test, TestCaseFilter? filter) =>
        (filter?.Status is not { } status || test.Status.WireName() == status)
        && (filter?.Keyword is not { } keyword || test.Name.Contains(keyword, StringComparison.Ordinal) || test.Prefix?.Contains(keyword, StringComparison.Ordinal) is true);
}
