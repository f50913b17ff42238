using System.Diagnostics;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class ProcessGroupTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_does_not_lead_its_group_yet_is_ended_all_the_same(bool kill)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Groups are made by setsid.");
        using var process = Process.Start("sleep", "60");
        var record = new ProcessRecord(process.Id, ProcessStart.Of(process.Id)!, IsGroup: true);

        if (kill)
        {
            ProcessGroup.End(record);
        }
        else
        {
            ProcessGroup.Terminate(record);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Another_process_with_the_id_of_an_ended_one_is_left_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Groups are made by setsid.");
        using var process = Process.Start("sleep", "60");

        ProcessGroup.End(new ProcessRecord(process.Id, "long ago", IsGroup: true));

        process.HasExited.ShouldBeFalse();
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
