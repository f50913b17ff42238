using System.Text;
using Renci.SshNet;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Sources;

/// <summary>Which key of a host is believed, and what signs in to it.</summary>
internal sealed class SshTrust(SshAddress address, SshSignIn key)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly IReadOnlyList<(string Kind, byte[] Key)> _known = KnownHosts.Of(key.KnownHosts, address.Host, address.Port);

    /// <summary>Why the host was not believed; null if it was, or was not heard.</summary>
    public SourceUnavailableException? Refusal { get; private set; }

    /// <exception cref="SourceUnavailableException">The host is not known, or the key cannot be read.</exception>
    public SshClient Client()
    {
        if (_known.Count == 0)
        {
            throw new SourceUnavailableException($"The connection knows no key of the host {address.Host}, so that nothing is sent to it; give its known_hosts lines.");
        }

        var info = new ConnectionInfo(address.Host, address.Port, address.User, new PrivateKeyAuthenticationMethod(address.User, PrivateKey())) { Timeout = Patience };
        OnlyKnownKinds(info);
        var client = new SshClient(info);
        client.HostKeyReceived += (_, host) =>
        {
            host.CanTrust = _known.Any(known => known.Key.AsSpan().SequenceEqual(host.HostKey));
            Refusal = host.CanTrust ? null : new SourceUnavailableException($"The host {address.Host} shows another key than is known of it (SHA256:{host.FingerPrintSHA256}), so that nothing was sent to it.");
        };
        return client;
    }

    /// <summary>A host has keys of several kinds, and would else show one that nobody knows.</summary>
    private void OnlyKnownKinds(ConnectionInfo info)
    {
        var kinds = _known.SelectMany(known => known.Kind == "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : new[] { known.Kind }).ToHashSet(StringComparer.Ordinal);
        foreach (var other in info.HostKeyAlgorithms.Keys.Where(name => !kinds.Contains(name)).ToList())
        {
            info.HostKeyAlgorithms.Remove(other);
        }

        if (info.HostKeyAlgorithms.Count == 0)
        {
            throw new SourceUnavailableException($"The keys that are known of the host {address.Host} are of kinds that are not supported: {string.Join(", ", kinds)}.");
        }
    }

    private PrivateKeyFile PrivateKey()
    {
        try
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(key.PrivateKey));
            return new PrivateKeyFile(text);
        }
        catch (Exception e) when (e is Renci.SshNet.Common.SshException or FormatException or NotSupportedException or ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            throw new SourceUnavailableException("The connection's SSH key cannot be read: expected one without a passphrase, as ssh-keygen writes it.");
        }
    }
}
