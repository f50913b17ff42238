using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Which processes hold the other end of a connection on this machine. Linux tells that, of the processes of the same user.</summary>
internal static partial class ConnectionOwner
{
    private const int InodeField = 9;

    /// <summary>Whether a process, or one of its family, holds the client's end.</summary>
    /// <returns>Null where the system does not tell.</returns>
    public static bool? IsOfFamily(int process, IPEndPoint client, IPEndPoint server)
    {
        if (!OperatingSystem.IsLinux() || InodeOf(client, server) is not { } inode)
        {
            return null;
        }

        var isSecret = false;
        foreach (var member in ProcessFamily.Of(process))
        {
            var holds = Holds(member, $"socket:[{inode}]");
            if (holds == true)
            {
                return true;
            }

            isSecret |= holds is null;
        }

        return isSecret ? null : false;
    }

    /// <summary>The number of the client's socket; 0 if nobody holds it any more, null if the table does not have it.</summary>
    internal static string? InodeOf(IEnumerable<string> table, IPEndPoint client, IPEndPoint server)
    {
        string[] ends = [$" {Hex(client)} {Hex(server)} ", $" {Mapped(client)} {Mapped(server)} "];
        var line = table.FirstOrDefault(line => ends.Any(end => line.Contains(end, StringComparison.Ordinal)));
        return line is null ? null : Blanks().Split(line.Trim())[InodeField];
    }

    // A client that speaks IPv6 too is in the other table, with its IPv4 address in the last four bytes.
    private static string? InodeOf(IPEndPoint client, IPEndPoint server) =>
        new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).Select(path => InodeOf(File.ReadLines(path), client, server)).FirstOrDefault(inode => inode is not null);

    // The kernel prints the bytes of an address as one number of its own byte order, and the port in the usual one.
    private static string Hex(IPEndPoint end) =>
        string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(end.Address.MapToIPv4().GetAddressBytes()):X8}:{end.Port:X4}");

    private static string Mapped(IPEndPoint end) => $"0000000000000000{(BitConverter.IsLittleEndian ? "FFFF0000" : "0000FFFF")}{Hex(end)}";

    /// <summary>Null if the process does not show what it holds.</summary>
    private static bool? Holds(int process, string socket)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos().Any(file => file.LinkTarget == socket);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    [GeneratedRegex(" +", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
