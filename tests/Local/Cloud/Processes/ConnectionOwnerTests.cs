using System.Net;
using System.Net.Sockets;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class ConnectionOwnerTests
{
    private static readonly IPEndPoint Client = new(IPAddress.Loopback, 0xB0C1);
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 0x1F90);

    [Theory]
    [InlineData("  12: 0100007F:B0C1 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 73138 1 0000 20 4 30 10 -1", "73138")]
    [InlineData("   3: 0000000000000000FFFF00000100007F:B0C1 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 99 1 0", "99")]
    [InlineData("  12: 0100007F:1F90 0100007F:B0C1 01 00000000:00000000 00:00000000 00000000  1000        0 73138 1", null)]
    [InlineData("  12: 0100007F:B0C1 0100007F:1F91 01 00000000:00000000 00:00000000 00000000  1000        0 73138 1", null)]
    public void Finds_the_clients_end_in_the_systems_table(string line, string? inode)
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The lines are of such a machine.");

        ConnectionOwner.InodeOf(["  sl  local_address rem_address   st", line], Client, Server).ShouldBe(inode);
    }

    [Theory]
    [InlineData(AddressFamily.InterNetwork)]
    [InlineData(AddressFamily.InterNetworkV6)]
    public async Task Tells_whether_a_process_holds_a_connection(AddressFamily family)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        if (family == AddressFamily.InterNetworkV6)
        {
            client.DualMode = true;
        }

        await client.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port, TestContext.Current.CancellationToken);
        using var served = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        using var other = System.Diagnostics.Process.Start("sleep", "600");

        try
        {
            Owner(Environment.ProcessId, served).ShouldBe(true);
            Owner(other.Id, served).ShouldBe(false);
        }
        finally
        {
            other.Kill();
        }
    }

    private static bool? Owner(int process, Socket served) => ConnectionOwner.IsOfFamily(process, (IPEndPoint)served.RemoteEndPoint!, (IPEndPoint)served.LocalEndPoint!);
}
