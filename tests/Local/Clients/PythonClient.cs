namespace Sluice.Local.Tests.Clients;

/// <summary>Python with AWS's own library boto3, with the endpoint and the credentials of a suite that serves. A test without them is skipped.</summary>
internal static class PythonClient
{
    /// <summary>Runs a script to its end, which must be a good one.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(Uri endpoint, string credentials, string script)
    {
        var python = ClientProgram.Need("python3");
        var environment = AwsCli.EnvironmentOf(endpoint, credentials);
        var there = await ClientProgram.RunAsync(python, Path.GetTempPath(), ["-c", "import boto3"], environment, TestContext.Current.CancellationToken);
        Assert.SkipUnless(there.ExitCode == 0, "python3 has no boto3.");
        var end = await ClientProgram.RunAsync(python, Path.GetTempPath(), ["-c", script], environment, TestContext.Current.CancellationToken);
        end.ExitCode.ShouldBe(0, end.All);
        return end.Output;
    }
}
