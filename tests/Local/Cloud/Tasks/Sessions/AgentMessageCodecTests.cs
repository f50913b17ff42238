using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

public sealed class AgentMessageCodecTests
{
    private static readonly AgentMessage _message = new(
        AgentMessage.Input, 7, AgentMessage.First, new Guid("730f6649-1453-4e2a-9f01-a37dbffefce1"), 1_700_000_000_123, PayloadType.Output, Encoding.UTF8.GetBytes("ls\r"));

    [Fact]
    public void A_message_has_its_parts_at_their_places()
    {
        var bytes = AgentMessageCodec.Write(_message);

        bytes.Length.ShouldBe(123);
        BinaryPrimitives.ReadUInt32BigEndian(bytes).ShouldBe(116u);
        Encoding.ASCII.GetString(bytes, 4, 32).ShouldBe("input_stream_data".PadRight(32));
        BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(36)).ShouldBe(1u);
        BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(40)).ShouldBe(1_700_000_000_123ul);
        BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(48)).ShouldBe(7);
        BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(56)).ShouldBe(1ul);
        Convert.ToHexStringLower(bytes, 64, 16).ShouldBe("9f01a37dbffefce1730f664914534e2a");
        bytes.AsSpan(80, 32).ToArray().ShouldBe(SHA256.HashData("ls\r"u8));
        BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(112)).ShouldBe(1u);
        BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(116)).ShouldBe(3u);
        Encoding.ASCII.GetString(bytes, 120, 3).ShouldBe("ls\r");
    }

    [Fact]
    public void What_is_written_is_read_as_it_was() => Prop.ForAll(Messages().ToArbitrary(), message =>
    {
        var read = AgentMessageCodec.Read(AgentMessageCodec.Write(message));
        return (read with { Payload = message.Payload }) == message && read.Payload.Span.SequenceEqual(message.Payload.Span);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_that_are_no_message_are_refused_and_nothing_else_happens() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ReadsOrRefuses(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void So_are_messages_with_a_byte_changed() => Prop.ForAll(
        Gen.Choose(0, 122).Zip(Gen.Choose(0, 255)).ToArbitrary(),
        change =>
        {
            var bytes = AgentMessageCodec.Write(_message);
            bytes[change.Item1] = (byte)change.Item2;
            return ReadsOrRefuses(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(0, 0x75, "The header's length is 117; expected 116.")]
    [InlineData(36, 9, "The schema is")]
    [InlineData(116, 0xff, "The payload's length is 4278190083; expected 3.")]
    [InlineData(119, 2, "The payload's length is 2; expected 3.")]
    [InlineData(119, 4, "The payload's length is 4; expected 3.")]
    [InlineData(80, 0, "The payload is not what its digest says.")]
    [InlineData(120, (byte)'m', "The payload is not what its digest says.")]
    public void What_is_wrong_is_told(int at, byte value, string says)
    {
        var bytes = AgentMessageCodec.Write(_message);
        bytes[at == 0 ? 3 : at] = value;

        Should.Throw<AgentMessageException>(() => AgentMessageCodec.Read(bytes)).Message.ShouldStartWith(says);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(119)]
    [InlineData(AgentMessageCodec.Largest + 1)]
    public void A_message_of_another_length_is_none(int length) =>
        Should.Throw<AgentMessageException>(() => AgentMessageCodec.Read(new byte[length])).Message.ShouldContain($"and this one has {length}");

    /// <summary>As ssm-session of npm writes it: the type behind zeros, and hexadecimal digits of something for a digest.</summary>
    [Fact]
    public void Another_client_writes_type_and_digest_otherwise()
    {
        var bytes = AgentMessageCodec.Write(_message);
        Encoding.ASCII.GetBytes("input_stream_data".PadLeft(32, '\0'), bytes.AsSpan(4));
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData("108,115,13"u8), 0, 16), bytes.AsSpan(80));

        AgentMessageCodec.Read(bytes).Type.ShouldBe(AgentMessage.Input);
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            _ = AgentMessageCodec.Read(bytes);
        }
        catch (AgentMessageException)
        {
            // As it should be.
        }

        return true;
    }

    private static Gen<AgentMessage> Messages() =>
        from type in Gen.Elements(AgentMessage.Input, AgentMessage.Output, AgentMessage.Acknowledge, AgentMessage.ChannelClosed)
        from number in ArbMap.Default.GeneratorFor<long>()
        from flags in ArbMap.Default.GeneratorFor<ulong>()
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from created in ArbMap.Default.GeneratorFor<ulong>()
        from kind in ArbMap.Default.GeneratorFor<uint>()
        from payload in ArbMap.Default.GeneratorFor<byte[]>()
        select new AgentMessage(type, number, flags, id, created, (PayloadType)kind, payload);
}
