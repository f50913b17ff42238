using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class LoaderVariablesTests
{
    private static readonly ProcessSpec Program = new("/code/bootstrap", ["one"], "/code", new Dictionary<string, string> { ["TABLE"] = "orders" });

    [Theory]
    [InlineData("LD_PRELOAD")]
    [InlineData("LD_AUDIT")]
    [InlineData("GLIBC_TUNABLES")]
    public void What_the_loader_acts_on_is_given_to_the_program_and_not_to_what_starts_it(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such variables.");

        var spec = LoaderVariables.GivenToTheProgramAlone(Program with { Environment = new Dictionary<string, string> { ["TABLE"] = "orders", [name] = "/tmp/hook.so" } });

        spec.FileName.ShouldBe("/usr/bin/env");
        spec.Arguments.ShouldBe([$"{name}=/tmp/hook.so", "/code/bootstrap", "one"]);
        spec.Environment.ShouldBe(Program.Environment);
    }

    [Fact]
    public void A_program_without_such_variables_is_started_as_it_is() => LoaderVariables.GivenToTheProgramAlone(Program).ShouldBe(Program);

    [Fact]
    public async Task A_library_is_looked_for_once_when_the_program_itself_starts()
    {
        Assert.SkipUnless(File.Exists("/lib64/ld-linux-x86-64.so.2") || File.Exists("/lib/ld-linux-aarch64.so.1"), "The loader that complains and goes on is glibc's.");
        var folder = Directory.CreateTempSubdirectory("sluice-loader-").FullName;
        var lines = new List<string>();
        var spec = new ProcessSpec("/bin/sh", ["-c", "echo $LD_PRELOAD"], folder, new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["LD_PRELOAD"] = "/no/such.so" });
        await using var child = ChildProcess.Start(spec, new ProcessLedger(folder, Isolation.Marks("the test says so"), TimeProvider.System), line =>
        {
            lock (lines)
            {
                lines.Add(line.Text);
            }
        });

        await child.Exited;

        lines.ShouldContain("/no/such.so");
        lines.Count(line => line.StartsWith("ERROR: ld.so", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', lines));
        Directory.Delete(folder, recursive: true);
    }
}
