namespace Sluice.Builds.ControlPlane.Reports.History;

/// <summary>By what a test case is known from report to report.</summary>
internal readonly record struct TestName(string? Prefix, string Name)
{
    public static TestName Of(BuildContract.Reports.TestCase test) => new(test.Prefix, test.Name);
}
