using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sluice.Local.Cloud.Files;

namespace Sluice.Local.Cloud.Topics.Signing;

/// <summary>Signs messages with a key of this machine's own, whose certificate subscribers fetch: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html.</summary>
internal sealed class TopicSigner : IDisposable
{
    private const int KeySize = 2048;
    private const int Years = 20;
    private readonly RSA _key = RSA.Create();

    public TopicSigner(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var (key, certificate) = (Path.Combine(folder, "signing-key.pem"), Path.Combine(folder, "signing-certificate.pem"));
        if (!File.Exists(certificate))
        {
            Make(key, certificate, time);
        }

        _key.ImportFromPem(File.ReadAllText(key));
        Certificate = File.ReadAllText(certificate);
        FileName = $"SimpleNotificationService-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Certificate)))[..32]}.pem";
    }

    /// <summary>In PEM.</summary>
    public string Certificate { get; }

    /// <summary>What it is fetched as; another certificate has another name.</summary>
    public string FileName { get; }

    /// <param name="version">1 is SHA-1, 2 is SHA-256.</param>
    /// <param name="text">What is signed.</param>
    /// <returns>In base64.</returns>
    public string Sign(string version, string text) =>
        Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));

    public void Dispose() => _key.Dispose();

    private static void Make(string keyPath, string certificatePath, TimeProvider time)
    {
        using var key = RSA.Create(KeySize);
        var request = new CertificateRequest("CN=sns.amazonaws.com, O=Sluice on this machine", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddYears(Years));
        AtomicFile.Write(keyPath, key.ExportPkcs8PrivateKeyPem());
        AtomicFile.Write(certificatePath, certificate.ExportCertificatePem());
    }
}
