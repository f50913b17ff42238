using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Sluice.Pipelines.Sources.Packs;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads repositories by SSH: one session each, in which git-upload-pack is asked. A host is trusted by its key alone.</summary>
internal sealed class SshRepositories(HostGates hosts, TimeProvider time)
{
    private const int MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    public Task<RefAdvertisement> ListAsync(SshAddress address, SshSignIn key, bool evenIfClosed, CancellationToken cancellationToken) => AskAsync(
        address,
        key,
        Patience,
        evenIfClosed,
        async (output, input, stop) =>
        {
            var refs = await AdvertisementAsync(output, stop);
            await input.WriteAsync("0000"u8.ToArray(), stop);
            await input.FlushAsync(stop);
            return refs;
        },
        cancellationToken);

    public Task<Pack> FetchAsync(SshAddress address, SshSignIn key, PackWish wish, CancellationToken cancellationToken) => AskAsync(
        address,
        key,
        wish.Limits.Patience,
        evenIfClosed: true,
        async (output, input, stop) =>
        {
            var refs = await AdvertisementAsync(output, stop);
            await input.WriteAsync(PackRequests.Version0(wish, refs), stop);
            await input.FlushAsync(stop);
            return PackReader.Read(await PackAnswers.Version0Async(output, wish.Limits, stop), wish.Limits);
        },
        cancellationToken);

    private Task<T> AskAsync<T>(SshAddress address, SshSignIn key, TimeSpan patience, bool evenIfClosed, Func<Stream, Stream, CancellationToken, Task<T>> talk, CancellationToken cancellationToken) =>
        hosts.AskAsync(address.Url, () => SessionAsync(address, key, patience, talk, cancellationToken), evenIfClosed, cancellationToken);

    private async Task<T> SessionAsync<T>(SshAddress address, SshSignIn key, TimeSpan patience, Func<Stream, Stream, CancellationToken, Task<T>> talk, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var trust = new SshTrust(address, key);
        try
        {
            using var client = trust.Client();
            await client.ConnectAsync(either.Token);
            using var command = client.CreateCommand($"git-upload-pack '{address.Path.Replace("'", "'\\''", StringComparison.Ordinal)}'");
            var ends = command.ExecuteAsync(either.Token);
            try
            {
                await using var input = command.CreateInputStream();
                return await talk(command.OutputStream, input, either.Token);
            }
            catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidOperationException { Source: "Renci.SshNet" })
            {
                throw new SourceUnavailableException($"{address.Host} does not give '{address.Path}': {await SaidAsync(command, ends, e)}");
            }
            finally
            {
                command.CancelAsync(forceKill: true, millisecondsTimeout: 500);
                await ends.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostFaultException($"{address.Host} did not answer within {patience.TotalSeconds} seconds.");
        }
        catch (SshAuthenticationException)
        {
            throw new SourceUnavailableException($"{address.Host} refuses the connection's SSH key.");
        }
        catch (Exception e) when (e is SshException or System.Net.Sockets.SocketException or IOException or ObjectDisposedException)
        {
            throw trust.Refusal ?? (Exception)new HostFaultException($"{address.Host} cannot be reached by SSH: {e.Message}");
        }
    }

    /// <summary>A host that has nothing to give may have ended before anything was asked, which the library calls an invalid operation.</summary>
    private async Task<string> SaidAsync(SshCommand command, Task ends, Exception fault)
    {
        // What it has to say of it comes beside what ended too early.
        await ends.WaitAsync(LastWords, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var said = command.Error.Trim().ReplaceLineEndings(" ");
        return said.Length == 0 ? (fault is InvalidOperationException ? "it ended before anything was asked" : fault.Message) : said.Length > 300 ? said[..300] + "…" : said;
    }

    /// <summary>All until the first flush packet.</summary>
    private static async Task<RefAdvertisement> AdvertisementAsync(Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        while (await PktStream.ReadAsync(output, cancellationToken) is { IsEnd: false } packet)
        {
            kept.Write(Encoding.ASCII.GetBytes($"{packet.Content.Length + 4:x4}"));
            kept.Write(packet.Content);
            if (kept.Length > MostBytes)
            {
                throw new FormatException($"its list of refs is larger than {MostBytes / 1024 / 1024} MiB.");
            }
        }

        kept.Write("0000"u8);
        return RefAdvertisement.Smart(kept.ToArray());
    }
}
