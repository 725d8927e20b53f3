import type { ColumnType, Generated } from 'kysely'
import type { MandateBasis, MandateState, MandateStep, PrincipalKind } from '../../../domain/index.ts'
import type { Instant } from '../store/column-types.ts'

type Fixed<T> = ColumnType<T, T, never>

interface PrincipalTable {
  id: Generated<string>
  kind: Fixed<PrincipalKind>
  cui: Fixed<string | null>
  /** Both null once the person was erased. */
  cnp_mac: string | null
  cnp: Buffer | null
  created_at: Instant
}

interface MandateTable {
  id: Generated<string>
  sequence: ColumnType<string, never, never>
  principal: Fixed<string>
  /** Who may act. */
  person: Fixed<string>
  principal_name: Fixed<Buffer>
  basis: Fixed<MandateBasis>
  state: MandateState
  valid_from: Fixed<string>
  valid_until: Fixed<string | null>
  entry: Fixed<string>
  created_at: Instant
}

interface MandateStepTable {
  id: ColumnType<string, never, never>
  mandate: Fixed<string>
  step: Fixed<MandateStep>
  at: Instant
  actor: Fixed<string>
  reason: Fixed<Buffer | null>
  registered: Fixed<string | null>
}

/** Tables of this capability. */
export interface MandateTables {
  principal: PrincipalTable
  mandate: MandateTable
  mandate_step: MandateStepTable
}
