using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>The metadata tokens in a method's code: ECMA-335 partition III gives each instruction's operand.</summary>
internal static class CodeTokens
{
    private const byte TwoByteOpcode = 0xFE;

    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(obj: null)!).ToDictionary(o => (ushort)o.Value, o => o.OperandType);

    public static IReadOnlyList<EntityHandle> In(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            ushort opcode = code.ReadByte();
            if (opcode == TwoByteOpcode) opcode = (ushort)((opcode << 8) | code.ReadByte());
            Operand(ref code, Operands[opcode], tokens);
        }

        return tokens;
    }

    private static void Operand(ref BlobReader code, OperandType operand, List<EntityHandle> tokens)
    {
        switch (operand)
        {
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                break;
            case OperandType.InlineSwitch:
                var branches = code.ReadInt32();
                code.Offset += sizeof(int) * branches;
                break;
            default:
                code.Offset += Width(operand);
                break;
        }
    }

    private static int Width(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
