using Sluice.Local.Cloud.Buckets.Checksums;

namespace Sluice.Local.Tests.Cloud.Buckets.Checksums;

public sealed class CrcTests
{
    /// <summary>The check values of https://reveng.sourceforge.io/crc-catalogue/all.htm, and the hashes of FIPS 180.</summary>
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    [InlineData("SHA1", "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData("SHA256", "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225")]
    public void Checksums_have_their_check_values_however_the_bytes_come(string algorithm, string expected)
    {
        var (whole, divided) = (ChecksumAlgorithms.Start(algorithm), ChecksumAlgorithms.Start(algorithm));
        whole.Append("123456789"u8);
        divided.Append("1234"u8);
        divided.Append(""u8);
        divided.Append("56789"u8);

        Convert.ToHexString(whole.End()).ShouldBe(expected);
        var bytes = divided.End();
        Convert.ToHexString(bytes).ShouldBe(expected);
        bytes.Length.ShouldBe(ChecksumAlgorithms.Length(algorithm));
    }
}
